"""Made flows for the flowchart's tests: a readable one, and any number of random ones from a seed."""

from __future__ import annotations

from random import Random

from fixdocs.diagrams.flow_model import Edge, Flow, Lane, Node, NodeKind, Words

WORDS = Words(
    legend={
        "added": "新增",
        "removed": "取消",
        "changed": "变更",
        "moved": "重排",
        "merged": "合并",
        "highlight": "瓶颈",
    },
    other_page="第 {pages} 页",
    page_join="、",
)
LONG = "核对客户提交的投诉材料是否齐全并与历史工单逐项比对后登记到统一受理平台同时通知责任部门负责人及区域督导准备后续会商材料和答复口径"[
    :60
]
_NAMES = (
    "登记",
    "信息登记",
    "分类转办",
    "部门处理",
    "结果反馈客户",
    "制定整改方案并报批",
    "通知责任部门限期答复",
    "Check the CRM ticket",
    "录入 CRM 系统",
    "是否需要现场核查与取证",
)
_RESULTS = ("是", "否", "通过", "不通过", "退回修改", "重大投诉", "金额超过 5 万元")
_TIMES = ("", "5 分钟", "30 分钟", "2 小时", "1.5 工作日")
_MARKS = (("added", "新增"), ("removed", "取消"), ("changed", "变更"), ("moved", "重排"), ("merged", "合并"))


def made_flow(
    seed: int, steps: int, lanes: int, *, loops: int = 2, marks: bool = False, long_name: bool = False
) -> Flow:
    """A structured flow with about ``steps`` steps: nested decisions, parallel branches, ``loops`` loops back."""
    return _Maker(Random(seed), steps, lanes, marks).make(loops, long_name)


class _Maker:
    def __init__(self, random: Random, steps: int, lanes: int, marks: bool) -> None:
        self.random, self.left, self.marks = random, steps, marks
        self.lanes = tuple(Lane(f"L{index}", f"岗位{index + 1}") for index in range(lanes))
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.lane = 0

    def make(self, loops: int, long_name: bool) -> Flow:
        start = self._node("start", "开始")
        tails = [(start, "", "")]
        while self.left > 1:
            tails = self._block(tails, 0)
        self._join(tails, self._node("end", "结束"))
        for _ in range(loops):
            self._loop()
        if long_name:
            middle = len(self.nodes) // 2
            node = self.nodes[middle]
            self.nodes[middle] = Node(node.id, LONG, node.kind, node.lane, node.number, node.duration)
        return Flow("流程", tuple(self.nodes), tuple(self.edges), self.lanes)

    def _node(self, kind: NodeKind, name: str = "") -> str:
        random = self.random
        if random.random() < 0.45:
            self.lane = random.randrange(len(self.lanes))
        number = f"F{len(self.nodes) + 1:02d}"
        mark, badge = random.choice(_MARKS) if self.marks and random.random() < 0.4 else ("none", "")
        self.nodes.append(
            Node(
                number,
                name or random.choice(_NAMES),
                kind,
                f"L{self.lane}",
                number,
                random.choice(_TIMES),
                mark,  # type: ignore[arg-type]
                badge,
                "瓶颈" if self.marks and random.random() < 0.1 else "",
            )
        )
        self.left -= 1
        return number

    def _join(self, tails: list[tuple[str, str, str]], node: str) -> None:
        for source, label, share in tails:
            self.edges.append(Edge(source, node, label, share))

    def _block(self, tails: list[tuple[str, str, str]], depth: int) -> list[tuple[str, str, str]]:
        pick = self.random.random()
        if pick < 0.62 or depth > 2 or self.left < 4:
            node = self._node("activity" if pick < 0.58 else "data")
            self._join(tails, node)
            return [(node, "", "")]
        if pick < 0.9:
            return self._branches(tails, depth, "decision")
        ends = self._branches(tails, depth, "parallel")
        join = self._node("join", "汇合")
        self._join(ends, join)
        return [(join, "", "")]

    def _branches(self, tails: list[tuple[str, str, str]], depth: int, kind: NodeKind) -> list[tuple[str, str, str]]:
        random = self.random
        node = self._node(kind)
        self._join(tails, node)
        ends: list[tuple[str, str, str]] = []
        for index in range(random.choice((2, 2, 2, 3, 4))):
            decided = kind == "decision"
            label = random.choice(_RESULTS) if decided else ""
            share = f"{random.randrange(1, 99)}%" if decided and random.random() < 0.6 else ""
            branch = [(node, label, share)]
            for _ in range(random.choice((0, 1, 1, 2)) if index or not decided else 1):
                branch = self._block(branch, depth + 1)
            ends.extend(branch)
        return ends

    def _loop(self) -> None:
        decisions = [index for index, node in enumerate(self.nodes) if node.kind == "decision"]
        if decisions:
            at = self.random.choice(decisions)
            target = self.nodes[self.random.randrange(1, at + 1)]
            self.edges.append(Edge(self.nodes[at].id, target.id, "退回", "10%"))
