"""Words that are nearly always names in the titles of works on schools; a short list on purpose."""

_PLACES = """Africa America Americas Antarctica Asia Australia Europe Oceania Alabama Alaska Arizona Arkansas California
Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine
Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon
Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming York Jersey Mexico Canada
Ontario Quebec Alberta Toronto Chicago Boston Philadelphia Detroit Denver Seattle Houston Dallas Baltimore
Cleveland Milwaukee Atlanta Pittsburgh Brooklyn Manhattan London Paris Berlin Oslo Stockholm Helsinki Amsterdam
Shanghai Beijing England Britain Scotland Wales Ireland Kingdom France Germany Austria Switzerland Italy Spain
Portugal Netherlands Belgium Denmark Sweden Norway Finland Iceland Poland Hungary Romania Greece Russia Ukraine
Turkey Israel Egypt Kenya Ghana Nigeria Uganda Tanzania Ethiopia Rwanda Zambia India Pakistan Bangladesh Nepal
China Japan Korea Taiwan Vietnam Thailand Malaysia Singapore Indonesia Philippines Zealand Brazil Argentina
Chile Colombia Peru Ecuador Cuba Jamaica Qatar Emirates Arabia Iran Iraq Lebanon Estonia Latvia Lithuania
Slovenia Croatia Serbia Bulgaria Cyprus Malta Luxembourg"""
_PEOPLES = """African American Americans Asian Australian European Canadian Mexican British English Scottish Welsh Irish
French German Austrian Swiss Italian Spanish Portuguese Dutch Belgian Danish Swedish Norwegian Finnish Nordic
Scandinavian Icelandic Polish Hungarian Greek Roman Russian Turkish Israeli Jewish Arab Arabic Egyptian Kenyan
Ghanaian Nigerian Indian Chinese Japanese Korean Taiwanese Vietnamese Thai Malaysian Indonesian Filipino
Brazilian Chilean Latin Latino Latina Latinx Hispanic Chicano Māori Maori Aboriginal Navajo Cherokee Christian
Christians Catholic Protestant Lutheran Islam Islamic Muslim Muslims Hindu Buddhist Confucian Bayesian Likert
Rasch Socratic Deweyan Vygotskian Freirean Montessori Waldorf Dewey Vygotsky Piaget Bandura Freire Deming"""
_DAYS = """January February April June July August September October November December Monday Tuesday Wednesday Thursday
Friday Saturday Sunday Christmas Easter Ramadan"""
PROPER_NOUNS = frozenset(f"{_PLACES} {_PEOPLES} {_DAYS}".split())
"""Exact words, as capitalised in titles; March and May are left out, being verbs too."""
