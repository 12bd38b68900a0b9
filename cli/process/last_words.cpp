// A handler for std::terminate() that allocates nothing.
#include "cli/process/last_words.h"

#include <cstring>
#include <exception>
#include <unistd.h>

#include "present/status.h"

namespace pressmark {
namespace {

[[noreturn]] void end_with_words() {
  static constexpr char kWords[] =
      "error: a library gave up in the middle of its work, as one may when the disk is full or fails\n"
      "hint: free some space and run the command again; the index in use is as it was\n";
  // Whatever comes of it: there is nobody left to tell.
  [[maybe_unused]] auto const written = ::write(STDERR_FILENO, kWords, std::strlen(kWords));
  ::_exit(status_of(ErrorCode::internal).exit);
}

}  // namespace

void say_last_words() {
  std::set_terminate(end_with_words);
}

}  // namespace pressmark
