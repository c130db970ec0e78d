"""What is said of a command line that cannot be understood."""

SAY: dict[str, str] = {
    "command": "没有“{found}”这个命令；可选 {known}。",
    "command_near": "没有“{found}”这个命令；是不是“{near}”？",
    "option": "没有“{found}”这个选项。",
    "option_near": "没有“{found}”这个选项；是不是 {near}？",
    "valued": "选项 {option} 后面不能带值。",
    "valueless": "选项 {option} 后面要带值。",
    "missing": "缺少 {name}。",
    "bad_value": "{name} 的值不能使用。",
    "extra": "多出了“{found}”。",
    "other": "{text}",
}
