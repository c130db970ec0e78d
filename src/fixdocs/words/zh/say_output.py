"""What is said of files written: what became of each, and the names of files that stand beside another."""

SAY: dict[str, str] = {
    "beside_name": "{stem}（新 {n}）{suffix}",
    "kept_name": "{stem}（改动稿 {n}）{suffix}",
    "written": "已写入 {path}",
    "unchanged": "内容没有变化：{path}",
    "kept_edit": "{path} 生成之后有人改动过，已原样保留；新的一份写在 {beside}。要替换请加 --force（会另存改动稿）。",
    "replaced_edit": "已写入 {path}；原来改动过的一份另存为 {kept}。",
    "locked": "{path} 正被其他程序（如 Word）打开，没有写入。请关闭后再生成一次。",
    "failed": "{path} 没有写入：{reason}。",
    "failed_read": "{path} 不能读取：{reason}。",
    "busy": "另一个 fixdocs 正在向 {folder} 写入，请稍后再试。",
    "no_folder": "不能使用文件夹 {folder}：{reason}。",
    "no_office": "没有找到 LibreOffice，不能生成 PDF。请安装 LibreOffice；若装在别处，请用环境变量 FIXDOCS_SOFFICE 指明 "
    "soffice 的位置。",
    "office_failed": "LibreOffice 没有生成 PDF：{reason}。",
    "office_slow": "LibreOffice 在 {seconds} 秒内没有完成，已停止。",
    "pack_missing": "安装不完整：找不到随软件附带的模板（{path}）。请重新安装 fixdocs。",
    "own_folder_missing": "没有模板文件夹 {path}。",
}
