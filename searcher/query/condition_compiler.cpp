// Compiles conditions: names to key terms, times to ranges of value slots.
#include "searcher/query/condition_compiler.h"

#include <string>
#include <vector>

#include "common/index/schema.h"
#include "searcher/query/dimension_fields.h"

namespace pressmark {
namespace {

using Tree = Xapian::Query;

Tree combine(Tree::op op, std::vector<Condition> const& conditions) {
  std::vector<Tree> queries;
  for (auto const& condition : conditions) queries.push_back(compile_condition(condition));
  return {op, queries.begin(), queries.end()};
}

Tree name_query(Dimension dimension, std::string const& name) {
  auto const& [field, slot, key] = kDimensionFields[dimension];
  // Every value that is not empty is at least this one.
  if (name.empty()) return {Tree::OP_VALUE_GE, slot, std::string(1, '\0')};
  return Tree(key_term(field, key(name)));
}

std::string slot_value(Timestamp time) {
  return Xapian::sortable_serialise(static_cast<double>(time.time_since_epoch().count()));
}

Tree time_query(unsigned slot, Condition const& condition) {
  if (condition.until < condition.since) return Tree::MatchNothing;
  return {Tree::OP_VALUE_RANGE, slot, slot_value(condition.since), slot_value(condition.until)};
}

}  // namespace

Xapian::Query compile_condition(Condition const& condition) {
  switch (condition.kind) {
    case ConditionKind::all:
      return condition.children.empty() ? Tree::MatchAll : combine(Tree::OP_AND, condition.children);
    case ConditionKind::any:
      return combine(Tree::OP_OR, condition.children);
    case ConditionKind::none:
      return {Tree::OP_AND_NOT, Tree::MatchAll, combine(Tree::OP_OR, condition.children)};
    case ConditionKind::category:
      return name_query(Dimension::category, condition.name);
    case ConditionKind::author:
      return name_query(Dimension::author, condition.name);
    case ConditionKind::site:
      return name_query(Dimension::site, condition.name);
    case ConditionKind::language:
      return name_query(Dimension::language, condition.name);
    case ConditionKind::published:
      return time_query(slot::kPublished, condition);
    case ConditionKind::updated:
      return time_query(slot::kUpdated, condition);
  }
  return Tree::MatchNothing;
}

}  // namespace pressmark
