// What every fuzz target has: the function that a driver calls, and a way to say that it found a defect.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// Runs one input; the name and shape are libFuzzer's. Returns 0.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace pressmark {

// Stops the program unless `holds`; `rule` says what should.
inline void require(bool holds, char const* rule) {
  if (holds) return;
  std::fprintf(stderr, "this does not hold: %s\n", rule);
  std::abort();
}

}  // namespace pressmark
