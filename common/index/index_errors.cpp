// Xapian's error classes, the user's view of each.
#include "common/index/index_errors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "common/index/store_layout.h"

namespace pressmark {
namespace {

constexpr std::string_view kTryAgain = "try again when the other process has finished";

struct Meaning {
  std::string_view type;  // Xapian::Error::get_type()
  ErrorCode code;
  std::string_view hint;
};

// Every other class (wrong arguments, unimplemented calls, queries) is our own mistake.
constexpr std::array kMeanings{
    Meaning{"DatabaseLockError", ErrorCode::store_locked, kTryAgain},
    Meaning{"DatabaseModifiedError", ErrorCode::store_locked, kTryAgain},
    Meaning{"DatabaseNotFoundError", ErrorCode::store_damaged, kRebuildHint},
    Meaning{"DatabaseOpeningError", ErrorCode::store_damaged, kRebuildHint},
    Meaning{"DatabaseVersionError", ErrorCode::store_newer, kRebuildHint},
    Meaning{"DatabaseCorruptError", ErrorCode::store_damaged, kRebuildHint},
    Meaning{"DatabaseCreateError", ErrorCode::store_unwritable, "check the store's permissions"},
    Meaning{"DatabaseError", ErrorCode::store_damaged, kRebuildHint},
    Meaning{"DocNotFoundError", ErrorCode::store_damaged, kRebuildHint},
    Meaning{"SerialisationError", ErrorCode::store_damaged, kRebuildHint},
};

struct SystemFault {
  int number;  // errno
  ErrorCode code;
  std::string_view hint;
};

// What the system said outweighs what Xapian was doing. Xapian passes errno on as text only.
constexpr std::array kSystemFaults{
    SystemFault{ENOSPC, ErrorCode::disk_full, "free some space and run the command again"},
    SystemFault{EDQUOT, ErrorCode::disk_full, "free some space and run the command again"},
    SystemFault{EFBIG, ErrorCode::disk_full, "raise the limit on file sizes and run the command again"},
    SystemFault{EACCES, ErrorCode::store_unwritable, "check the store's permissions"},
    SystemFault{EPERM, ErrorCode::store_unwritable, "check the store's permissions"},
    SystemFault{EIO, ErrorCode::store_damaged, "check the disk that holds the store"},
    SystemFault{EROFS, ErrorCode::store_unwritable, "the file system is mounted read-only"},
};

std::string description(Xapian::Error const& error) {
  auto text = "the index: " + error.get_msg();
  if (auto const* system = error.get_error_string()) text.append(": ").append(system);
  return text;
}

}  // namespace

Error index_error(Xapian::Error const& error) {
  auto const what = description(error);
  for (auto const& fault : kSystemFaults) {
    if (what.find(std::generic_category().message(fault.number)) != std::string::npos) {
      return {fault.code, what, std::string(fault.hint)};
    }
  }
  auto const meaning = std::find_if(kMeanings.begin(), kMeanings.end(),
                                    [&](Meaning const& m) { return m.type == error.get_type(); });
  if (meaning == kMeanings.end()) return {ErrorCode::internal, what + " (" + error.get_type() + ")"};
  return {meaning->code, what, std::string(meaning->hint)};
}

}  // namespace pressmark
