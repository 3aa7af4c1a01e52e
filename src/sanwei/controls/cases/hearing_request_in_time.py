"""当事人要求听证的，应当在被告知后的法定期限内提出。"""

from sanwei.facts.deliberation import hearing_asked_on, hearing_held_on, hearing_withdrawn_on
from sanwei.facts.derived.party import h_next_decided_on
from sanwei.facts.derived.rows import h_noticed_on

from ..control import WARN, Control, Due

# The clock is the party's, not an officer's: shown while the request is open, never counted against a finished case.
_open = hearing_held_on.is_null() & hearing_withdrawn_on.is_null() & h_next_decided_on.is_null()

control = Control(
    code="case.hearing-request-in-time",
    title="听证要求在法定期限内提出",
    clauses=("XZCF2009 §42(一)", "XZCF2021 §64(一)"),
    as_of=hearing_asked_on,
    when=hearing_asked_on.is_not_null() & _open,
    due=Due(since=h_noticed_on, parameter="hearing.request"),
    done=hearing_asked_on,
    guards={"request_hearing": WARN},
    says="{h_noticed_on}告知听证权，当事人{hearing_asked_on}要求听证，期限届满之日为{due}",
    cure="逾期要求的，可以不组织听证，由承办人向当事人说明；认为有必要的仍可以组织",
    note="当事人的期限，不是机关的差错：只在听证尚未举行、要求尚未撤回、决定尚未作出时提示。",
)
