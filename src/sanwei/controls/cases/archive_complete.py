"""归档的案卷应当齐全：应当签字、盖章的文书已经签回，卷内文件都编有页号。"""

from sanwei.facts.archive import archive_papers, archive_unpaged, archive_unsigned, archived_on

from ..control import WARN, Control

control = Control(
    code="case.archive-complete",
    title="归档的案卷签字齐全、编有页号",
    clauses=("HN78 三(二)", "HNZF2016 §33(2)", "XZCF2021 §47"),
    as_of=archived_on,
    when=archived_on.is_not_null(),
    breach=(archive_papers == 0) | (archive_unsigned > 0) | (archive_unpaged > 0),
    guards={"archive_case": WARN},
    says="卷内文件{archive_papers}件，其中应签未签回{archive_unsigned}件、没有编上页号{archive_unpaged}件",
    cure="把签字、盖章的文书扫描附回；确实无法补签的，在备考表中说明原因",
)
