"""The opening: what a scenario says of a firm is what it opens with."""

from game import play
from game.engine.rules import compile_rules
from tests.build import village


def test_a_firm_opens_with_the_knowledge_it_is_given_not_with_a_whole_number() -> None:
    plain = village(4, ("mark",))
    firms = [firm.model_copy(update={"knowledge": 4.7 + place}) for place, firm in enumerate(plain.firms)]
    table = play.set_table(compile_rules(plain.model_copy(update={"firms": firms})), 3)
    opened = play.start(table).state.firms.knowledge
    assert opened.dtype == float
    assert opened[0, :4].tolist() == [4.7, 5.7, 6.7, 7.7]
