// Code in quotes: what must stand in a post character by character, not only word by word.
#pragma once

#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "common/index/record.h"
#include "searcher/query/query.h"

namespace pressmark {

// The literals that every post of an answer to `wanted` has to hold. Alternatives of an OR are
// matched by their words alone.
[[nodiscard]] std::vector<std::string> required_literals(std::vector<QueryNode> const& wanted);

// True if `text` holds `literal` where an identifier begins and ends: "data" is not in "database".
// Both are folded, with white space collapsed (literal_key()).
[[nodiscard]] bool holds_literal(std::string_view text, std::string_view literal);

// Lets those documents pass whose title, headings or texts hold all literals, and none when time is
// over. Reads whole posts: meant for the few that have the words already. Not thread-safe.
class LiteralDecider final : public Xapian::MatchDecider {
 public:
  LiteralDecider(std::vector<std::string> literals, TimeLimit& time)
      : literals_(std::move(literals)), time_(time) {}

  bool operator()(Xapian::Document const& document) const override;

 private:
  std::vector<std::string> literals_;
  TimeLimit& time_;
  mutable RecordUnpacker unpacker_;
};

}  // namespace pressmark
