"""The card at the head of the news: one a quarter at most, events first, its figures those of the file."""

from dataclasses import replace

import pytest

from game import resources
from game.model.scenario import Effect, Event
from game.scenario.read import load
from game.view.app import App
from game.view.cards import Item, event_news, front
from game.view.kit.widget import walk
from game.view.kit.widgets import Picture
from game.view.news import news_items
from game.view.pictures.vignettes import VIGNETTES
from game.wording.words import Words, languages
from tests.view.drive import begin, play_quarters, texts


def cards_on_show(app: App) -> list[str]:
    """Pictures of the cards that the window shows."""
    looks = [widget.look() for tree in app.window._trees for widget in walk(tree) if isinstance(widget, Picture)]
    return [look[1] for look in looks if isinstance(look, tuple) and look[0] == "card"]


def test_an_announced_event_is_the_card_with_its_figures(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    assert cards_on_show(app) == ["fashion"]
    told = texts(app)
    assert "**Stonedrum tea is in fashion.**" in told
    assert "Q2 to Q3: national demand × 1.10, export demand × 1.05" in told
    assert "told to all beforehand" in told


def test_at_most_one_card_a_quarter_and_nothing_is_told_twice(app: App) -> None:
    begin(app)
    seen = []
    for _ in range(7):
        play_quarters(app, 1)
        shown = cards_on_show(app)
        assert len(shown) <= 1
        seen += shown
        card, lines = front(news_items(app.stage, app.stage.playing.quarter))
        assert (card is not None) == bool(shown)
        assert card not in lines
    assert {"fashion", "slump", "rival"} <= set(seen)


def test_what_matters_more_comes_first() -> None:
    line = Item("fall", "**Brand falls.** Buyers ask.")
    closing = Item("cross", "**A firm closes.** Its cash ran out.").as_card("closing")
    scandal = Item("broke", "**Scandal.** Seconds were found.").as_card("scandal")
    event = Item("frost", "**Frost.** Cold.").as_card("event", "frost")
    card, lines = front([line, closing, scandal])
    assert card == scandal
    assert lines == [line, closing]
    card, lines = front([scandal, event, closing])
    assert card == event
    assert lines == [scandal, closing]
    assert front([line]) == (None, [line])
    assert front([]) == (None, [])


def test_a_headline_is_what_stands_in_bold_at_the_beginning() -> None:
    item = Item("frost", "**Silk costs more.** Nearly all of it **comes** from outside.")
    assert (item.head, item.rest) == ("Silk costs more.", "Nearly all of it **comes** from outside.")
    plain = Item("frost", "A caravan comes.")
    assert (plain.head, plain.rest) == ("", "A caravan comes.")


@pytest.mark.parametrize(
    ("effect", "picture"),
    [
        (Effect(hub_lost=True), "strike"),
        (Effect(reputation_loss=0.2), "scandal"),
        (Effect(input_cost=1.1), "dear"),
        (Effect(rival=0.2), "rival"),
        (Effect(export=1.2), "caravan"),
        (Effect(local=0.9), "slump"),
        (Effect(national=1.1), "fashion"),
        (Effect(meeting=True), "hall"),
        (Effect(), "letter"),
    ],
)
def test_an_event_without_a_picture_gets_one_by_what_it_does(app: App, effect: Effect, picture: str) -> None:
    begin(app)
    event = Event(name="an event", quarter=3, length=2, effect=effect, news="**It happens.**")
    item = event_news(app.stage, event)
    assert item.picture == picture
    assert item.heard == "nobody was told before"
    assert "to Q4" not in item.effect  # nobody can know how long it lasts


def test_every_kind_has_its_own_picture() -> None:
    """Also those that no shipped scenario uses, and what the news make cards of."""
    kinds = set(Event.model_json_schema()["properties"]["picture"]["anyOf"][0]["enum"])
    assert kinds | {"broken"} == set(VIGNETTES)
    for path in resources.shipped_scenarios().values():
        for event in load(path).events:
            assert event.picture is not None, (path.name, event.name)


def test_the_first_broken_pledge_is_a_card_the_second_is_not(app: App) -> None:
    """A neighbour's pledge is put into the record and not kept, twice."""
    begin(app, "first_quarter")
    play_quarters(app, 2)
    session = app.stage.playing
    for place in (0, 1):
        played = session.quarters[place]
        pledge, observed = played.seen.pledge.copy(), played.outcome.games.observed.copy()
        member = played.outcome.membership.member.copy()
        inside = played.seen.member.copy()
        pledge[0, 0, 3], observed[0, 0, 3], member[0, 0, 3], inside[0, 0, 3] = 1.0, 0.1, True, True
        outcome = replace(
            played.outcome,
            games=replace(played.outcome.games, observed=observed),
            membership=replace(played.outcome.membership, member=member),
        )
        seen = replace(played.seen, pledge=pledge, member=inside)
        session.quarters[place] = replace(played, seen=seen, outcome=outcome)
    first, second = (news_items(app.stage, number) for number in (2, 3))
    assert [item.picture for item in first if "pledged 100 %" in item.text] == ["broken"]
    assert [item.picture for item in second if "pledged 100 %" in item.text] == [""]


@pytest.mark.parametrize("language", languages())
def test_figures_are_told_in_every_language(app: App, language: str) -> None:
    app.speak(Words(language))
    begin(app)
    effect = Effect(
        local=0.9, national=0.8, export=1.2, input_cost=1.1, rival=0.3, reputation_loss=0.2, meeting=True, hub_lost=True
    )
    event = Event(name="all at once", quarter=3, length=2, effect=effect, news="**All at once.**", announced=True)
    told = event_news(app.stage, event).effect
    for figure in ("0.90", "0.80", "1.20", "1.10", "1.35", "20", "3", "4"):
        assert figure in told
    assert "<" not in told
