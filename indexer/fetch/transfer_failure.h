// Why a request got no answer, in words for people.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>

#include "common/base/error.h"

namespace pressmark {

struct TransferFailure {
  Error error;
  bool may_pass = false;  // another try could go better
};

[[nodiscard]] TransferFailure lasting_failure(std::string const& what, std::string const& hint);
[[nodiscard]] TransferFailure passing_failure(std::string const& what,
                                              std::string const& hint = "try again later");

// The failure for a host that special_host() or special_address() calls `special`.
[[nodiscard]] TransferFailure refused_host(std::string const& host, std::string_view special);

// The failure for an address that is not public; nothing for one that is.
[[nodiscard]] std::optional<TransferFailure> refuse_special(sockaddr const& address);

}  // namespace pressmark
