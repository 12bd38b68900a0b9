// The attributes that posts are filtered by, and what comparing each means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/query/condition.h"

namespace pressmark {

class FilterAttribute {
 public:
  // A Problem if posts are not filtered by the attribute called so.
  [[nodiscard]] static Result<FilterAttribute> find(std::string_view name);

  // The post has this value: of several, among them.
  [[nodiscard]] Result<Condition> equals(std::string const& value) const;

  // `sign` is one of > >= < <=. A Problem for attributes that are not numbers.
  [[nodiscard]] Result<Condition> compares(std::string_view sign, std::string const& value) const;

  // From `least` to `greatest`, both inclusive.
  [[nodiscard]] Result<Condition> between(std::string const& least, std::string const& greatest) const;

  // There is no value: null.
  [[nodiscard]] Condition is_null() const;

  // The list of values has none; false for what is no list.
  [[nodiscard]] Condition is_empty() const;

 private:
  enum class Values { names, list_of_names, years, months, seconds };
  struct Span;
  struct Row;

  explicit FilterAttribute(Row const& row) : row_(&row) {}
  [[nodiscard]] static Row const* row_of(std::string_view name);
  [[nodiscard]] Result<Span> span_of(std::string const& value) const;
  [[nodiscard]] Problem not_a_number() const;
  [[nodiscard]] Condition any_value() const;

  Row const* row_;  // of a table that is never gone
};

}  // namespace pressmark
