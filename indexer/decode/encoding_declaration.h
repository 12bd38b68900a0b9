// Where documents say how they are encoded.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// What the XML declaration at the beginning of `text` says (`<?xml version="1.0" encoding="…"?>`),
// else for HTML its <meta charset> or <meta http-equiv>; empty if neither is there. Only the first
// KiB counts for HTML, as in browsers. Of `text` nothing but ASCII is looked at.
[[nodiscard]] std::string declared_charset(std::string_view text);

// Puts spaces in place of what the XML declaration at the beginning of `text` says about its
// encoding, which is no longer true once the text was converted.
void blank_encoding(std::string& text);

}  // namespace pressmark
