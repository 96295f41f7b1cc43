"""The words by which a wish, a figure and a date are known, in Dutch and in English.

Data only; `vagueness.py` reads it. Every entry is one or more whole words in lower case.
"""

from typing import Final, Literal, NamedTuple

Kind = Literal["result", "fame", "work", "people", "general"]


class WishWords(NamedTuple):
    """What one language says when it wishes, and what it says when it is exact."""

    wanting: frozenset[str]
    """Words of wanting more: a wish when one of the things wished for is near."""
    things: dict[Kind, frozenset[str]]
    """What is wished for, each of one word: a wish beside a word of wanting, or by itself."""
    phrases: dict[Kind, tuple[str, ...]]
    """Words in a row that are a wish wherever they stand."""
    small: frozenset[str]
    """Words that may stand between the two, or beside a wish that is said by itself."""
    figures: frozenset[str]
    """Words that are a figure."""
    dates: frozenset[str]
    """Words that name a day, a month or a feast."""
    dates_after: frozenset[str]
    """Months that are other words as well; a date only after one of `before_dates`."""
    before_dates: frozenset[str]
    """Words after which a month stands."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DUTCH: Final = WishWords(
    wanting=_words(
        "meer extra grotere groter hogere hoger sterkere bredere binnenhalen werven winnen "
        "aantrekken verhogen vergroten verbeteren versterken vermeerderen uitbreiden opbouwen "
        "stimuleren bevorderen boosten genereren groeien groei stijgen stijging toename omhoog "
        "verhoging vergroting verbetering"
    ),
    things={
        "result": _words(
            "omzet winst verkoop verkopen inkomsten marge rendement resultaat resultaten conversie "
            "webshopomzet winkelomzet marktaandeel"
        ),
        "fame": _words(
            "naamsbekendheid bekendheid merkbekendheid zichtbaarheid bereik aandacht imago "
            "reputatie uitstraling exposure autoriteit profilering"
        ),
        "work": _words(
            "opdrachten opdracht klussen bestellingen orders aanvragen offertes offerteaanvragen "
            "leads reserveringen boekingen"
        ),
        "people": _words(
            "klanten klandizie bezoekers volgers fans likes reacties sollicitanten sollicitaties "
            "personeel medewerkers leden relaties contacten interactie betrokkenheid abonnees "
            "kijkers lezers websitebezoekers websitebezoek klanttevredenheid klantenbinding"
        ),
        "general": _words("groei groeien succes"),
    },
    phrases={
        "result": ("meer verdienen", "meer geld", "meer verkopen", "beter verkopen"),
        "fame": (
            *("bekender worden", "bekender zijn", "bekender maken", "bekend worden", "bekender"),
            *("beter bekend", "meer bekend", "beter zichtbaar", "meer zichtbaar", "zichtbaarder"),
            *("meer opvallen", "beter gevonden worden", "beter vindbaar", "vaker gevonden worden"),
            *("op de kaart zetten", "op de kaart komen", "viraal gaan", "ons merk neerzetten"),
        ),
        "work": (
            *("meer werk", "genoeg werk", "nieuwe opdrachten krijgen", "opdrachten krijgen"),
            *("nieuwe opdrachten vinden", "opdrachten vinden", "bestellingen krijgen"),
        ),
        "people": (
            *("nieuwe klanten vinden", "nieuwe klanten krijgen", "nieuwe klanten trekken"),
            *("nieuwe klanten bereiken", "personeel vinden", "meer mensen bereiken"),
            *("jongeren bereiken", "meer publiek", "nieuwe volgers krijgen"),
        ),
        "general": (
            *("actiever zijn", "actiever worden", "actief zijn op", "actief worden op"),
            *("iets met social media", "iets met sociale media", "iets doen met social media"),
            *("meer doen met", "meer met social media", "meer met sociale media"),
            *("beter communiceren", "beter samenwerken", "professioneler worden"),
            *("professioneler overkomen", "de beste worden", "de beste zijn", "ons verbeteren"),
            *("onszelf verbeteren", "groter worden", "willen groeien", "verder groeien"),
            *("laten groeien", "vaker posten", "regelmatig posten", "meer posten"),
            *("meer aanwezig zijn", "aanwezig zijn op"),
        ),
    },
    small=_words(
        "de het een ons onze mijn jouw je veel wat nog steeds vaste lokale jonge trouwe beter "
        "betere nieuw nieuwe goede leuke grote mooie op in via en online wij we ik wil willen moet "
        "moeten kan gaan laten doen door van krijgen verkrijgen vinden halen trekken hebben"
    ),
    figures=_words(
        "één eén twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
        "vijftien zestien zeventien achttien negentien twintig vijfentwintig dertig veertig "
        "vijftig zestig zeventig tachtig negentig honderd tweehonderd vijfhonderd duizend miljoen "
        "helft half halve dubbel dubbele verdubbelen verdubbeling verdubbelt halveren kwart "
        "tweemaal driemaal tiental tientallen dozijn"
    ),
    dates=_words(
        "januari februari maart april mei juni juli augustus september oktober november december "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag morgen overmorgen "
        "kerst kerstmis pasen pinksteren hemelvaart sinterklaas koningsdag moederdag vaderdag "
        "nieuwjaar oudjaar zomervakantie bouwvak"
    ),
    dates_after=frozenset(),
    before_dates=frozenset(),
)

_ENGLISH: Final = WishWords(
    wanting=_words(
        "more extra bigger higher greater stronger larger increase increased increasing improve "
        "improved improving grow growing growth raise raising boost boosting gain gaining win "
        "winning attract attracting generate generating expand expanding strengthen drive"
    ),
    things={
        "result": _words(
            "turnover sales revenue profit profits income margin results conversion conversions "
            "money"
        ),
        "fame": _words(
            "awareness visibility reach attention exposure image reputation recognition "
            "publicity fame authority"
        ),
        "work": _words(
            "assignments assignment orders jobs commissions requests quotes leads bookings "
            "reservations appointments projects enquiries inquiries business"
        ),
        "people": _words(
            "customers clients visitors followers fans likes comments reactions applicants "
            "applications staff members relations contacts engagement subscribers viewers readers "
            "traffic loyalty satisfaction"
        ),
        "general": _words("growth grow success"),
    },
    phrases={
        "result": ("earn more", "make more money", "sell more", "sell better"),
        "fame": (
            *("better known", "become known", "become well known", "be well known", "known better"),
            *("more visible", "stand out more", "found better", "found more often"),
            *("easier to find", "on the map", "go viral", "get our name out", "more famous"),
            *("get the word out", "build our brand", "build a brand"),
        ),
        "work": (
            *("more work", "enough work", "get new assignments", "find new assignments"),
            *("get assignments", "find assignments", "get new orders", "new business"),
        ),
        "people": (
            *("find new customers", "get new customers", "reach new customers"),
            *("reach more people", "reach young people", "a bigger audience", "find staff"),
            *("find new clients", "get new clients", "get new followers"),
        ),
        "general": (
            *("more active", "be active on", "become active on", "get active on"),
            *("do something with social media", "something with social media", "do more with"),
            *("communicate better", "work together better", "more professional", "do better"),
            *("be the best", "become the best", "improve ourselves", "become bigger"),
            *("grow the business", "grow our business", "keep growing", "want to grow"),
            *("post more", "post more often", "post regularly", "be present on"),
        ),
    },
    small=_words(
        "the a an our my your some many lots much of in on via and online local young loyal "
        "regular new better good great big we i want to would like should must can will have "
        "let us for with by get getting find finding"
    ),
    figures=_words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
        "ninety hundred thousand million half double doubled doubling twice triple thrice dozen"
    ),
    dates=_words(
        "january february april june july august september october november december monday "
        "tuesday wednesday thursday friday saturday sunday today tomorrow christmas easter "
        "whitsun pentecost thanksgiving halloween"
    ),
    dates_after=_words("may march"),
    before_dates=_words("in by before until till from since during of early late next mid end"),
)

WISH_WORDS: Final[dict[str, WishWords]] = {"nl": _DUTCH, "en": _ENGLISH}
"""By language of the text."""
