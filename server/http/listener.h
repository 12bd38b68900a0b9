// The socket on which the server waits for connections.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/file_descriptor.h"

namespace pressmark {

struct Listener {
  FileDescriptor socket;
  std::string name;                     // for people: "http://127.0.0.1:7700", "unix:/run/search.sock"
  std::filesystem::path socket_path{};  // to be removed in the end; empty if there is none
};

// Listens at "ADDRESS:PORT" (numbers, or localhost; IPv6 in brackets; port 0 is any free one) or
// "unix:PATH". A socket file that nobody listens at any more is replaced. Throws Error{usage}.
[[nodiscard]] Listener open_listener(std::string const& where);

// Throws Error{usage} if `where` is no address in one of these forms. Does not listen.
void check_listen_address(std::string const& where);

// Takes over a socket that listens already, as systemd passes it (sd_listen_fds(3)): the first.
// Throws Error{usage}.
[[nodiscard]] Listener passed_listener();

}  // namespace pressmark
