// Conditions on the fields of posts, put together freely: for filters that lists of names and one
// period cannot say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/time.h"

namespace pressmark {

enum class ConditionKind : std::uint8_t {
  all,   // every child; all posts if there is none
  any,   // at least one child; no post if there is none
  none,  // no child
  // The post has `name` there: compared as filters by name are, the author's name as a whole.
  category,
  author,
  site,
  language,
  // The time is within `since` to `until`, both inclusive; a post without one is not.
  published,
  updated,
};

struct Condition {
  ConditionKind kind = ConditionKind::all;
  std::vector<Condition> children;  // of all, any and none
  // Of category, author, site and language; empty if any name will do.
  std::string name;
  // Of published and updated.
  Timestamp since = Timestamp::min();
  Timestamp until = Timestamp::max();
  friend bool operator==(Condition const&, Condition const&) = default;
};

}  // namespace pressmark
