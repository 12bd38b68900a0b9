// Where in its source an item stands.
#pragma once

#include <cstddef>
#include <string>

namespace pressmark {

// One of the two: an item begins on a line of its source, or is one of the files that the source is made of.
struct Place {
  std::size_t line = 0;
  std::string const* file = nullptr;  // its path; outlives the Place
};

}  // namespace pressmark
