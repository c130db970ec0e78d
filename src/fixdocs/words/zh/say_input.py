"""What people write in workbooks besides values, and what the reader says about files and cells."""

SAY: dict[str, str] = {
    "no_folder": "找不到文件夹：{folder}。请核对路径；新项目先运行 fixdocs new",
    # Why a file cannot be opened.
    "damaged": "文件已损坏，或不是完整的工作簿",
    "password": "文件有打开密码",
    "not_a_workbook": "文件不是工作簿",
    "web_page": "文件其实是网页，只是用了表格文件的扩展名",
    "encoding": "文字编码既不是 UTF-8 也不是 GB18030",
    "empty": "文件为空",
    "too_large": "文件解压后过大",
    "permission": "没有读取权限，或文件被占用",
    # The end of a sentence: with a near miss, or without.
    "near": "，是否为 {near}？",
    "end": "",
    "read_as": "按表头读作“{sheet}”",
    "not_read": "未读取",
    "one_only": "只能填一个",
    "at_least": "不小于 {low}",
    "above": "大于 {low}",
    "at_most": "不大于 {high}",
    "between": "{low}～{high}",
    "pattern": "如 yyyy-MM-dd HH:mm",
    "joint": "、",
    "rows": "第 {found} 行",
    "columns": "{found} 列",
    "whole_sheet": "整张工作表",
    "file": "文件“{found}”",
    "tab": "工作表“{found}”",
    "heading": "列“{found}”",
    "own_column": "“{target}”的列“{found}”",
    "unmapped": "没有对应“{column}”的列",
    "mapped_twice": "“{column}”对应了不止一次",
    "date": "如 2026-03-05",
    "stamp": "如 2026-03-05 09:30",
    "with_format": "按日期格式 {format}",
}

OUTPUT_FOLDERS: tuple[str, ...] = ("交付文档", "检查结果", "模板")  # passed over when workbooks are looked for
SKIPPED_SHEETS: tuple[str, ...] = ("说明", "填写说明", "使用说明", "参考", "检查结果", "目录")
BLANKS: tuple[str, ...] = ("无", "暂无", "没有", "空")
NOTHING: tuple[str, ...] = ("不适用",)
NO_OBJECTION: tuple[str, ...] = (
    "无异议", "没有异议", "无不同意见", "没有不同意见", "未提出不同意见", "无反对意见", "没有反对意见", "无意见", "没有意见",
    "无附带条件", "没有附带条件", "不附条件",
)  # fmt: skip
ABSTAIN: tuple[str, ...] = ("弃权",)
SKIPPED_ANSWERS: tuple[str, ...] = ("(跳过)", "跳过", "(空)")
YES: tuple[str, ...] = ("是", "有", "√", "✓", "对")
NO: tuple[str, ...] = ("否", "无", "×", "✗")
WHOLE: tuple[str, ...] = ("全流程", "全部流程", "整个流程", "全部步骤")
SCORE_ENDING: tuple[str, ...] = ("分",)

DATE_WORDS: dict[str, str] = {
    "年": "-", "月": "-", "日": " ", "号": " ", "时": ":", "点": ":", "點": ":", "分": ":", "秒": "",
    "上午": " AM ", "下午": " PM ", "晚上": " PM ", "凌晨": " AM ", "早上": " AM ", "中午": " PM ",
    "星期一": " ", "星期二": " ", "星期三": " ", "星期四": " ", "星期五": " ", "星期六": " ", "星期日": " ",
    "星期天": " ", "周一": " ", "周二": " ", "周三": " ", "周四": " ", "周五": " ", "周六": " ", "周日": " ",
}  # fmt: skip
MONTH_FORMS: tuple[str, ...] = ("{y}年{m}月", "{y}年{m:02}月", "{m}月", "{m:02}月")
CURRENCY: tuple[str, ...] = ("元", "¥", "￥")
PERCENT_UNITS: tuple[str, ...] = ("%", "百分比", "百分数", "百分率")
