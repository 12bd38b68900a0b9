// How text for people may look.
#pragma once

#include <cstddef>

namespace pressmark {

struct TextStyle {
  std::size_t columns = 80;       // to wrap at; at least kMinColumns are used
  bool color = false;             // matched words stand out by colour alone: without it text stays clean
  bool hyperlinks = false;        // OSC 8, for terminals
  std::size_t snippet_lines = 2;  // at most

  static constexpr std::size_t kMinColumns = 20;
};

}  // namespace pressmark
