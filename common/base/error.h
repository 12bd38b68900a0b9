// Errors that end a command or a request.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace pressmark {

// What went wrong, as far as a caller can act on it. present/status.h maps each code to an
// exit status and an HTTP status.
enum class ErrorCode {
  usage,           // the command line or request parameters are wrong
  source_missing,  // a file or URL to read does not exist or cannot be read
  bad_source,      // the input was read but is not what it claims to be
  bad_configuration,
  store_missing,     // no store, or a store without an index, where one is needed
  store_locked,      // another process is writing; trying again later helps
  store_unwritable,  // permissions, read-only file system
  store_damaged,     // the archive or the index cannot be read
  store_newer,       // written by a later version of Pressmark
  disk_full,
  gate_failed,  // a check before publishing did not pass
  interrupted,  // a signal asked to stop
  internal,     // a defect of Pressmark itself
};

// Ends the command or request it is thrown in. `what()` states the fault in one line without
// a trailing full stop; `hint` says what the user can do about it, and may be empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string const& what, std::string hint = {})
      : std::runtime_error(what), code_(code), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] std::string const& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace pressmark
