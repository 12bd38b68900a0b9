// How far long work has come, for whoever watches it.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace pressmark {

struct Progress {
  std::string_view stage;  // what is being done: "indexing"; a literal
  std::size_t done = 0;
  std::size_t total = 0;  // 0: not known
  std::string_view unit = "posts";
  std::size_t bytes = 0;  // bytes read so far; 0 where they are not counted
};

// Called often, from the thread that works; must return at once and not throw. May be empty.
using ReportProgress = std::function<void(Progress const&)>;

}  // namespace pressmark
