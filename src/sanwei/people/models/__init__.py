from sanwei.people.models.bodies import Body, BodyConfirmation
from sanwei.people.models.officers import Certificate, Officer, OfficerConfirmation
from sanwei.people.models.powers import BodyPower, Concentration, Delegation, Posting
from sanwei.people.models.roles import EXCLUSIVE_ROLES, Role, RoleGrant

__all__ = [
    "EXCLUSIVE_ROLES",
    "Body",
    "BodyConfirmation",
    "BodyPower",
    "Certificate",
    "Concentration",
    "Delegation",
    "Officer",
    "OfficerConfirmation",
    "Posting",
    "Role",
    "RoleGrant",
]
