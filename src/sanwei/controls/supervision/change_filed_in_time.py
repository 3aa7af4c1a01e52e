"""报送备案的重大处罚决定被变更、撤销的，应当报告原备案审查机关。"""

from sanwei.facts.derived.revision import v_reported_on
from sanwei.facts.revision import change_filed_on, revised_on, revision_kind

from ..control import WARN, Control, Due, Duty

control = Control(
    code="supervision.change-filed-in-time",
    title="备案过的决定变更、撤销后报告备案机关",
    clauses=("ZZ39 三(三)二", "HNBA168 §4"),
    as_of=revised_on,
    when=revised_on.is_not_null() & revision_kind.is_in(["changed", "revoked"]) & v_reported_on.is_not_null(),
    due=Due(since=revised_on, parameter="change_filing.limit"),
    done=change_filed_on,
    guards={"report_revision": WARN},
    duty=Duty(todo="把变更、撤销报送备案机关", owner="reviewer", act="report_revision"),
    says="{v_reported_on}报送备案的决定{revised_on}变更、撤销，应当在{due}之前报告备案机关，报告日：{change_filed_on}",
    cure="由法制机构把变更、撤销的文书报送原备案审查机关",
    note="文件只写了决定作出后十五日内报备；变更、撤销后的报备参照同一天数，是预设值。",
)
