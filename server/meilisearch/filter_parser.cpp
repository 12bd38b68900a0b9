// Parses filters by recursive descent; the first problem ends it.
#include "server/meilisearch/filter_parser.h"

#include <string>
#include <utility>
#include <vector>

#include "server/meilisearch/filter_attribute.h"
#include "server/meilisearch/filter_lexer.h"

namespace pressmark {
namespace {

using Outcome = Result<Condition>;

Outcome negated(Outcome condition) {
  return std::move(condition).map(
      [](Condition inner) { return Condition{.kind = ConditionKind::none, .children = {std::move(inner)}}; });
}

class Parser {
 public:
  explicit Parser(std::vector<FilterToken> tokens) : tokens_(std::move(tokens)) {}

  Outcome run() {
    if (peek().kind == FilterTokenKind::end) return Condition{};
    auto condition = either();
    if (!condition || peek().kind == FilterTokenKind::end) return condition;
    return fault("there is `" + peek().text + "` behind the end of the expression");
  }

 private:
  Outcome either() { return row("OR", ConditionKind::any, &Parser::both); }
  Outcome both() { return row("AND", ConditionKind::all, &Parser::operand); }

  Outcome row(std::string_view keyword, ConditionKind kind, Outcome (Parser::*part)()) {
    auto first = (this->*part)();
    if (!first || !is_keyword(keyword)) return first;
    Condition joined{.kind = kind, .children = {std::move(*first)}};
    while (take_keyword(keyword)) {
      auto further = (this->*part)();
      if (!further) return further;
      joined.children.push_back(std::move(*further));
    }
    return joined;
  }

  Outcome operand() {
    if (depth_ == kMaxFilterDepth) return fault("it is nested too deeply");
    ++depth_;
    auto condition = take_keyword("NOT") ? negated(operand()) : take_symbol("(") ? inner() : comparison();
    --depth_;
    return condition;
  }

  Outcome inner() {
    auto condition = either();
    if (condition && !take_symbol(")")) return fault("a parenthesis is not closed");
    return condition;
  }

  Outcome comparison() {
    auto const name = value();
    if (!name) return unexpected(name.error());
    if (is_symbol("(")) return fault("functions such as `" + *name + "` are not supported");
    auto const attribute = FilterAttribute::find(*name);
    if (!attribute) return unexpected(attribute.error());
    if (peek().kind == FilterTokenKind::symbol) return by_symbol(*attribute);
    if (take_keyword("EXISTS")) return Condition{};
    if (take_keyword("IN")) return in(*attribute);
    if (take_keyword("IS")) return is(*attribute);
    if (take_keyword("NOT")) {
      if (take_keyword("EXISTS")) return negated(Condition{});
      if (take_keyword("IN")) return negated(in(*attribute));
      return fault("NOT is followed by IN or EXISTS there");
    }
    return range(*attribute);
  }

  Outcome by_symbol(FilterAttribute const& attribute) {
    auto const symbol = next().text;
    if (symbol.find_first_of("=<>") == std::string::npos) return fault("`" + symbol + "` is no operator");
    auto const compared = value();
    if (!compared) return unexpected(compared.error());
    if (symbol == "=") return attribute.equals(*compared);
    if (symbol == "!=") return negated(attribute.equals(*compared));
    return attribute.compares(symbol, *compared);
  }

  Outcome in(FilterAttribute const& attribute) {
    if (!take_symbol("[")) return fault("IN is followed by values in brackets");
    Condition any{.kind = ConditionKind::any};
    while (!take_symbol("]")) {
      auto const one = value();
      if (!one) return unexpected(one.error());
      auto condition = attribute.equals(*one);
      if (!condition) return condition;
      any.children.push_back(std::move(*condition));
      if (!take_symbol(",") && !is_symbol("]")) return fault("the values of IN are separated by commas");
    }
    return any;
  }

  Outcome is(FilterAttribute const& attribute) {
    bool const is_negated = take_keyword("NOT");
    if (!is_keyword("NULL") && !is_keyword("EMPTY")) return fault("IS is followed by NULL or EMPTY");
    auto condition = next().text == "NULL" ? attribute.is_null() : attribute.is_empty();
    return is_negated ? negated(std::move(condition)) : Outcome(std::move(condition));
  }

  Outcome range(FilterAttribute const& attribute) {
    auto const least = value();
    if (!least) return unexpected(least.error());
    if (!take_keyword("TO")) return fault("an operator is missing behind the name of an attribute");
    auto const greatest = value();
    if (!greatest) return unexpected(greatest.error());
    return attribute.between(*least, *greatest);
  }

  Result<std::string> value() {
    if (peek().kind == FilterTokenKind::word || peek().kind == FilterTokenKind::quoted) return next().text;
    return unexpected(Problem{peek().kind == FilterTokenKind::end
                                  ? "the expression ends where a name or value should be"
                                  : "there is `" + peek().text + "` where a name or value should be",
                              ""});
  }

  static Outcome fault(std::string what) { return unexpected(Problem{std::move(what), ""}); }

  [[nodiscard]] FilterToken const& peek() const { return tokens_[next_]; }
  FilterToken const& next() { return tokens_[next_++]; }
  [[nodiscard]] bool is_keyword(std::string_view keyword) const {
    return peek().kind == FilterTokenKind::word && peek().text == keyword;
  }
  [[nodiscard]] bool is_symbol(std::string_view symbol) const {
    return peek().kind == FilterTokenKind::symbol && peek().text == symbol;
  }
  bool take_keyword(std::string_view keyword) { return is_keyword(keyword) && ++next_; }
  bool take_symbol(std::string_view symbol) { return is_symbol(symbol) && ++next_; }

  std::vector<FilterToken> tokens_;  // ends with `end`, which is never passed
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<Condition> parse_filter(std::string_view expression) {
  auto tokens = lex_filter(expression);
  if (!tokens) return unexpected(std::move(tokens.error()));
  return Parser(std::move(*tokens)).run();
}

}  // namespace pressmark
