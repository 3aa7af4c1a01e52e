"""Who may act: bodies, officers, certificates, roles, delegations, postings, powers."""
