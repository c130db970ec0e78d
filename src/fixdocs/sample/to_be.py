"""The sample's to-be flows, one each alternative: what a step takes from the present flow, and which measure changes it."""

from __future__ import annotations

from typing import Any

from ..schema.choices import DurationSource, StepKind, TimeUnit, ValueType, YesNo
from ..schema.improve import ToBeStep
from ..schema.survey import Exit
from .flow import AFTER, AGENT, CARE, ENGINEER, HEAD, QA, QUALITY, SERVICE, TECH, settled

_MIN, _HOUR, _DAY = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.WORKDAYS
_GUESS = DurationSource.ESTIMATE
_ADD, _NEED, _NONE = ValueType.VALUE_ADDING, ValueType.NECESSARY, ValueType.NON_VALUE
_START, _ACT, _ASK, _FORK, _JOIN, _END = (
    StepKind.START, StepKind.ACTIVITY, StepKind.DECISION, StepKind.FORK, StepKind.JOIN, StepKind.END,
)  # fmt: skip
YES = YesNo.YES
_DEPARTMENTS = {AGENT: CARE, HEAD: CARE, ENGINEER: TECH, QUALITY: QA, SERVICE: AFTER}
_CRM, _SHEET = "客服工单系统", "电子表格"


def _flow(alternative: str, *steps: dict[str, Any]) -> tuple[ToBeStep, ...]:
    return tuple(settled(ToBeStep(alternatives=(alternative,), **step)) for step in steps)


def _step(key: str, name: str, kind: StepKind, post: str, *origins: str, **more: Any) -> dict[str, Any]:
    if "touch" in more:
        more |= {"touch_unit": _MIN, "source": _GUESS}
    return {"id": key, "name": name, "kind": kind, "post": post, "department": _DEPARTMENTS[post],
            "origins": origins, **more}  # fmt: skip


def _ways(*ways: tuple[str, str | None, float | None]) -> tuple[Exit, ...]:
    return tuple(Exit(target=target, result=result, share=share) for target, result, share in ways)


def _begin(key: str) -> dict[str, Any]:
    return _step(key, "客户投诉", _START, AGENT, "F01", outputs="投诉诉求", customer=YES, system="400电话、微信、门店")


def _end(key: str) -> dict[str, Any]:
    return _step(key, "结案归档", _END, AGENT, "F15", outputs="投诉档案", system=_CRM)


LEAN = _flow(
    "S01",
    _begin("N21"),
    _step("N22", "信息登记与核对", _ACT, AGENT, "F02", "F03", measures=("M05",), touch=14, wait=30, wait_unit=_MIN,
          inputs="投诉诉求、必填清单", outputs="投诉工单", system=_CRM, customer=YES, value=_NEED),
    _step("N23", "分类转办", _ACT, HEAD, "F04", touch=10, wait=4, wait_unit=_HOUR, inputs="投诉工单", outputs="转办单",
          system=_CRM, value=_NEED),
    _step("N24", "是否涉及技术问题", _ASK, HEAD, "F05", touch=2, inputs="转办单", value=_NEED,
          exits=_ways(("N25", "技术类", 0.55), ("N26", "服务类", 0.45))),
    _step("N25", "技术诊断", _ACT, ENGINEER, "F06", touch=45, wait=1, wait_unit=_DAY, inputs="转办单、产品档案",
          outputs="诊断意见", system="技术支持平台", value=_ADD, exits=_ways(("N27", None, None))),
    _step("N26", "服务核查", _ACT, SERVICE, "F08", touch=40, wait=4, wait_unit=_HOUR, inputs="转办单、服务记录",
          outputs="核查结论", system=_SHEET, value=_NEED, exits=_ways(("N27", None, None))),
    _step("N27", "制定处理方案", _ACT, HEAD, "F09", touch=30, wait=4, wait_unit=_HOUR, inputs="诊断意见或核查结论",
          outputs="处理方案", system=_SHEET, value=_ADD),
    _step("N28", "是否超出授权", _ASK, HEAD, measures=("M01",), touch=1, inputs="处理方案", value=_NEED,
          exits=_ways(("N30", "授权内", 0.83), ("N29", "超出授权", 0.17))),
    _step("N29", "方案审批", _ACT, SERVICE, "F10", measures=("M01", "M02"), touch=15, wait=4, wait_unit=_HOUR,
          inputs="处理方案", outputs="批准的方案", system="办公系统（移动审批）", approval=YES, value=_NEED),
    _step("N30", "执行处理", _ACT, ENGINEER, "F11", touch=90, wait=1, wait_unit=_DAY, inputs="批准的方案、备件",
          outputs="处理记录", system="技术支持平台", customer=YES, value=_ADD),
    _step("N31", "反馈与判定并行", _FORK, ENGINEER, measures=("M06",), exits=_ways(("N32", None, None), ("N33", None, None))),
    _step("N32", "结果反馈", _ACT, AGENT, "F12", touch=10, wait=2, wait_unit=_HOUR, inputs="处理记录", outputs="反馈记录",
          system=_CRM, customer=YES, value=_ADD, exits=_ways(("N34", None, None))),
    _step("N33", "质量判定", _ACT, QUALITY, "F07", measures=("M06",), touch=20, wait=1, wait_unit=_HOUR,
          inputs="诊断意见、处理记录", outputs="责任判定单", system="质量管理系统", approval=YES, value=_NEED,
          regulation="产品质量责任判定须留存记录", exits=_ways(("N34", None, None))),
    _step("N34", "反馈与判定汇合", _JOIN, AGENT, measures=("M06",)),
    _step("N35", "客户是否满意", _ASK, AGENT, "F13", touch=3, inputs="反馈记录", customer=YES, value=_NEED,
          exits=_ways(("N36", "满意", 0.8), ("N27", "不满意", 0.2))),
    _step("N36", "客户回访", _ACT, AGENT, "F14", touch=8, wait=1, wait_unit=_DAY, inputs="反馈记录", outputs="回访记录",
          system=_SHEET, customer=YES, value=_NONE),
    _end("N37"),
)  # fmt: skip

JOINED = _flow(
    "S02",
    _begin("N01"),
    _step("N02", "信息登记与校验", _ACT, AGENT, "F02", "F03", measures=("M05",), touch=14, wait=10, wait_unit=_MIN,
          inputs="投诉诉求、必填清单", outputs="投诉工单", system=_CRM, customer=YES, value=_NEED),
    _step("N03", "分类派单", _ACT, AGENT, "F04", measures=("M05", "M08"), touch=5, wait=20, wait_unit=_MIN,
          inputs="投诉工单", outputs="转办单", system=_CRM, value=_NEED),
    _step("N04", "是否涉及技术问题", _ASK, AGENT, "F05", measures=("M08",), touch=2, inputs="转办单", value=_NEED,
          exits=_ways(("N05", "技术类", 0.55), ("N06", "服务类", 0.45))),
    _step("N05", "联合小组诊断", _ACT, ENGINEER, "F06", measures=("M03", "M08"), touch=40, wait=4, wait_unit=_HOUR,
          inputs="转办单、产品档案", outputs="诊断意见", system="技术支持平台（已对接）", value=_ADD,
          exits=_ways(("N07", None, None))),
    _step("N06", "服务核查", _ACT, SERVICE, "F08", measures=("M03",), touch=15, wait=4, wait_unit=_HOUR,
          inputs="转办单、服务记录", outputs="核查结论", system=_CRM, value=_NEED, exits=_ways(("N07", None, None))),
    _step("N07", "制定处理方案", _ACT, HEAD, "F09", touch=30, wait=3, wait_unit=_HOUR, measures=("M03",),
          inputs="诊断意见或核查结论", outputs="处理方案", system=_CRM, value=_ADD),
    _step("N08", "是否超出授权", _ASK, HEAD, measures=("M01",), touch=1, inputs="处理方案", value=_NEED,
          exits=_ways(("N10", "授权内", 0.83), ("N09", "超出授权", 0.17))),
    _step("N09", "方案审批", _ACT, SERVICE, "F10", measures=("M01", "M02"), touch=15, wait=4, wait_unit=_HOUR,
          inputs="处理方案", outputs="批准的方案", system="办公系统（移动审批）", approval=YES, value=_NEED),
    _step("N10", "执行处理并复测", _ACT, ENGINEER, "F11", measures=("M08",), touch=95, wait=1, wait_unit=_DAY,
          inputs="批准的方案、备件", outputs="处理记录、复测记录", system="技术支持平台（已对接）", customer=YES, value=_ADD),
    _step("N11", "反馈与判定并行", _FORK, ENGINEER, measures=("M06",), exits=_ways(("N12", None, None), ("N13", None, None))),
    _step("N12", "结果反馈", _ACT, AGENT, "F12", measures=("M03", "M04"), touch=8, wait=1, wait_unit=_HOUR,
          inputs="处理记录", outputs="反馈记录", system="客服工单系统、公众号", customer=YES, value=_ADD,
          exits=_ways(("N14", None, None))),
    _step("N13", "质量判定", _ACT, QUALITY, "F07", measures=("M06",), touch=20, wait=10, wait_unit=_MIN,
          inputs="诊断意见、处理记录", outputs="责任判定单", system="质量管理系统", approval=YES, value=_NEED,
          regulation="产品质量责任判定须留存记录", exits=_ways(("N14", None, None))),
    _step("N14", "反馈与判定汇合", _JOIN, AGENT, measures=("M06",)),
    _step("N15", "客户是否满意", _ASK, AGENT, "F13", measures=("M04",), touch=2, inputs="反馈记录", customer=YES,
          value=_NEED, system="公众号", exits=_ways(("N16", "满意", 0.9), ("N07", "不满意", 0.1))),
    _end("N16"),
)  # fmt: skip

OPEN = _flow(
    "S03",
    _begin("N41"),
    _step("N42", "信息登记与校验", _ACT, AGENT, "F02", "F03", measures=("M05",), touch=14, wait=10, wait_unit=_MIN,
          inputs="投诉诉求、必填清单", outputs="投诉工单", system=_CRM, customer=YES, value=_NEED),
    _step("N43", "分类派单", _ACT, AGENT, "F04", measures=("M05", "M08"), touch=5, wait=2, wait_unit=_HOUR,
          inputs="投诉工单", outputs="转办单", system=_CRM, value=_NEED),
    _step("N44", "是否涉及技术问题", _ASK, AGENT, "F05", measures=("M08",), touch=2, inputs="转办单", value=_NEED,
          exits=_ways(("N45", "技术类", 0.55), ("N47", "服务类", 0.45))),
    _step("N45", "联合小组诊断", _ACT, ENGINEER, "F06", measures=("M08",), touch=45, wait=6, wait_unit=_HOUR,
          inputs="转办单、产品档案", outputs="诊断意见", system="技术支持平台", value=_ADD),
    _step("N46", "质量判定", _ACT, QUALITY, "F07", touch=30, wait=1.5, wait_unit=_DAY, inputs="诊断意见",
          outputs="责任判定单", system="质量管理系统", approval=YES, value=_NEED, regulation="产品质量责任判定须留存记录",
          exits=_ways(("N48", None, None))),
    _step("N47", "服务核查", _ACT, SERVICE, "F08", touch=40, wait=4, wait_unit=_HOUR, inputs="转办单、服务记录",
          outputs="核查结论", system=_SHEET, value=_NEED, exits=_ways(("N48", None, None))),
    _step("N48", "制定处理方案", _ACT, HEAD, "F09", touch=30, wait=4, wait_unit=_HOUR, inputs="判定单或核查结论",
          outputs="处理方案", system=_SHEET, value=_ADD),
    _step("N49", "是否超出授权", _ASK, HEAD, measures=("M01",), touch=1, inputs="处理方案", value=_NEED,
          exits=_ways(("N51", "授权内", 0.83), ("N50", "超出授权", 0.17))),
    _step("N50", "方案审批", _ACT, SERVICE, "F10", measures=("M01",), touch=15, wait=1, wait_unit=_DAY,
          inputs="处理方案", outputs="批准的方案", system="办公系统", approval=YES, value=_NEED),
    _step("N51", "执行处理并复测", _ACT, ENGINEER, "F11", measures=("M08",), touch=95, wait=1, wait_unit=_DAY,
          inputs="批准的方案、备件", outputs="处理记录、复测记录", system="技术支持平台", customer=YES, value=_ADD),
    _step("N52", "结果反馈", _ACT, AGENT, "F12", measures=("M04",), touch=8, wait=2, wait_unit=_HOUR, inputs="处理记录",
          outputs="反馈记录", system="客服工单系统、公众号", customer=YES, value=_ADD),
    _step("N53", "客户是否满意", _ASK, AGENT, "F13", measures=("M04",), touch=2, inputs="反馈记录", customer=YES,
          value=_NEED, system="公众号", exits=_ways(("N54", "满意", 0.88), ("N48", "不满意", 0.12))),
    _end("N54"),
)  # fmt: skip

TO_BE = (*JOINED, *LEAN, *OPEN)
