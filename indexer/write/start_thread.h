// A thread, or an Error that says why there is none.
#pragma once

#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "common/base/error.h"

namespace pressmark {

// Throws Error{internal} where the system allows no more threads.
template <typename Work>
std::jthread start_thread(Work&& work) {
  try {
    return std::jthread(std::forward<Work>(work));
  } catch (std::system_error const& error) {
    throw Error(ErrorCode::internal, std::string("no thread can be started: ") + error.what(),
                "raise the limit on threads, or let fewer jobs work");
  }
}

}  // namespace pressmark
