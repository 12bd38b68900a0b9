// Whether the HTTP library at work lets us tell how a request was sent, tried out.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pressmark {

// True if a request whose head is sent in these bytes comes with Request::is_well_framed; false also where it
// does not come at all.
using FramingJudge = std::function<bool(std::string_view head)>;

// Asks the transport, over connections that need no address. Throws Error{internal}, also where nothing
// happens for kPatience.
[[nodiscard]] bool arrives_well_framed(std::string_view head);

// Has `judge` judge some heads, good ones and such as two readers could understand differently. Throws
// Error{internal} that names `library` and the head where it is wrong: where the library keeps heads in
// memory otherwise than server/http/head_layout.h expects, every request would be rejected, or none.
void require_reliable_framing(std::string const& library, FramingJudge const& judge);

// The same of the library at work.
void require_usable_http_library();

}  // namespace pressmark
