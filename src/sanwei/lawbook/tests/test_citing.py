import pytest

from sanwei.lawbook.citing import article_words, cite, section_fault, split_ref


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("§60", "第六十条"),
        ("§57(2)", "第五十七条第二款"),
        ("§51-53", "第五十一条至第五十三条"),
        ("§64(1)(二)", "第六十四条第一款第二项"),
        ("§48(六)", "第四十八条第六项"),
        ("§64(1)(二)(3)", "第六十四条第一款第二项第三目"),
        ("§58末款", "第五十八条末款"),
        ("§133之一", "第一百三十三条之一"),
        ("§133之一(2)", "第一百三十三条之一第二款"),
    ],
)
def test_an_article_is_cited_in_words(section, said):
    assert section_fault(section) is None
    assert article_words(section) == said


@pytest.mark.parametrize(
    ("short", "section", "said"),
    [
        ("行政处罚法（2021）", "§60", "《行政处罚法》（2021）第六十条"),
        ("河南省行政执法条例", "§8", "《河南省行政执法条例》第八条"),
        ("《某办法》（2012）", "§4", "《某办法》（2012）第四条"),
        ("省政府令第204号", "§4", "省政府令第204号第四条"),
        ("国办发〔2018〕118号", "§2", "国办发〔2018〕118号第二条"),
        ("郑政办〔2013〕39号", "三(三)四", "郑政办〔2013〕39号 三(三)四"),
        ("某某条例（2020年修正）", "§1", "《某某条例》（2020年修正）第一条"),
    ],
)
def test_statutes_stand_in_title_marks_and_documents_by_their_number(short, section, said):
    assert cite(short, section) == said


@pytest.mark.parametrize(
    "section",
    [
        "",
        " ",
        "三 (三)",
        "§",
        "§0",
        "§060",
        "§1000",
        "§58末",
        "§57（2）",
        "§53-51",
        "§53-53",
        "§57(二十十)",
        "§5(2",
        "§a",
    ],
)
def test_a_section_written_wrong_is_told(section):
    assert section_fault(section)


def test_a_reference_is_a_code_and_a_section():
    assert split_ref("XZCF2021 §57(2)") == ("XZCF2021", "§57(2)")
    assert split_ref("XZCF2021") == ("XZCF2021", "")
