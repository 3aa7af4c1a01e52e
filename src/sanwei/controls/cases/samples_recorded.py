"""抽样取证由两名以上执法人员进行，当场封存，列明样品并由当事人签名，拒签的有见证人。"""

from sanwei.facts.derived.evidence import s_samples
from sanwei.facts.sampling import sampled_on, samples_sealed, sampling_officers, sampling_signed, sampling_witness

from ..control import DENY, Control, param
from ..terms import said

control = Control(
    code="case.samples-recorded",
    title="抽样取证有两人、有清单、有封存、有签名",
    clauses=("XZCF2021 §42(1)", "XZCF2021 §47", "XZCF2021 §56"),
    as_of=sampled_on,
    # a list without a thing, and a refusal without a witness, are breaches by their absence
    breach=(sampling_officers.list.n_unique() < param("officers.least", sampled_on))
    | ~samples_sealed
    | (s_samples < 1)
    | (sampling_signed == "unsigned")
    | (sampling_signed.is_in(["refused_noted", "absent_noted"]) & ~said(sampling_witness)),
    guards={"take_samples": DENY},
    says="{sampled_on}抽样取证，抽样人员：{sampling_officers}，样品{s_samples}项，当场封存：{samples_sealed}，"
    "签名：{sampling_signed}，见证人：{sampling_witness}",
    cure="两名以上执法人员抽样，逐项列明样品，当场加封，当事人签名；拒签、不在场的请见证人签名",
)
