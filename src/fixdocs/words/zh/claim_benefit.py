"""What is claimed of the benefit."""

SAY: dict[str, str] = {
    "better": "{indicator}由 {before}改善到 {after}（{basis}）",
    "worse": "{indicator}由 {before}变为 {after}（{basis}），没有改善",
    "same": "{indicator}仍为 {after}（{basis}），没有改善",
    "bare": "{indicator}为 {after}（{basis}），没有基线值可比",
    "changed": "{indicator}由 {before}变为 {after}（{basis}），方向或单位不明，不判断好坏",
    "trial": "试行",
    "expected": "预期",
    "beside": "{indicator}试行测得 {after}，{names}的预期值为 {value}，以试行值为准。",
    "beside_reached": "{indicator}试行测得 {after}，{names}的预期值为 {value}，达到目标值，但尚未试行，以试行值为准。",
    "reached_all": "{of} 项目标都可达到目标值",
    "reached_part": "{of} 项目标中 {n} 项可达到目标值",
    "reached_none": "{of} 项目标中有 {n} 项能与目标值比较，都达不到",
    "reached": "可达到目标值",
    "missed": "尚达不到目标值",
    "unstated": "{n} 项目标都没有试行值或预期值，效益尚不能估算。",
    "open": "{n} 项目标没有试行值或预期值，效益尚不能估算：{names}。",
}
