"""Which acts of the penalty case the controls on persons and on bodies stand at."""

from ..control import DENY

_ALL = (
    "register_lead amend_party refuse_lead answer_lead propose_filing file_case record_contact add_evidence "
    "exclude_evidence preserve_evidence decide_preservation ask_recusal decide_recusal order_correction "
    "end_investigation submit_review review_case assess_risk give_notice record_defence answer_defence "
    "request_hearing notify_hearing hold_hearing withdraw_hearing hold_panel draft_decision issue_decision "
    "return_request "
    "serve_decision record_payment recheck_correction publish_decision exempt_publication report_major_penalty "
    "tell_payment hand_in_money bank_money ask_deferral decide_deferral list_goods dispose_goods bank_proceeds "
    "remind_party apply_court record_court_result record_remedy answer_remedy record_stay record_remedy_result "
    "serve_document confirm_address record_attempt announce_service complete_announcement "
    "add_informer answer_informer propose_merge approve_merge "
    "record_dispute negotiate_dispute ask_designation record_designation "
    "propose_transfer decide_transfer send_transfer record_transfer_receipt record_transfer_answer hand_over_items "
    "ask_extension decide_extension ask_stop decide_stop resume_case "
    "report_on_the_spot terminate_case propose_closing close_case decide_on_the_spot "
    "propose_measure rule_measure take_measure take_urgent_measure extend_measure tell_measure settle_measure "
    "move_exhibit send_for_test record_test record_retest ask_preservation ask_sampling approve_sampling take_samples "
    "settle_samples name_agent attach_signed archive_case export_case add_party report_hearing take_over "
    "propose_revision approve_revision serve_revision refund_money weigh_responsibility "
    "request_assistance record_assistance record_device review_device tell_device_fact record_sentence "
    "record_claim decide_claim record_liability "
    "add_violation set_charge propose_split approve_split open_split "
    "confirm_first_offence record_education move_rules restore_rules withdraw_publication report_revision"
)

# Whoever takes part in any of these does so under a certificate.
EVERY_ACT = dict.fromkeys(_ALL.split(), DENY)

# The acts that put body and power on record: here the body's own qualification is asked.
STANDING_ACTS = dict.fromkeys(
    "file_case issue_decision decide_on_the_spot open_split take_measure take_urgent_measure".split(), DENY
)
