// How every benchmark ends: its exit status, or the error it met.
#pragma once

#include <cstdio>
#include <xapian.h>

#include "common/base/error.h"

namespace pressmark {

inline int run_benchmark(int (*run)(int, char**), int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (Error const& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
  } catch (Xapian::Error const& error) {
    std::fprintf(stderr, "error: %s\n", error.get_description().c_str());
  }
  return 2;
}

}  // namespace pressmark
