// Well-formed XML from markup that is not.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `tag` as a well-formed start tag without line breaks.
[[nodiscard]] std::string repaired_tag(std::string_view tag);

// `text` with every element closed where an outer one ends, end tags without a start dropped, and
// '<' and attributes written as XML wants them. Comments, instructions and declarations are dropped,
// references stay. Well-formed text keeps its meaning.
[[nodiscard]] std::string repaired_xml(std::string_view text);

}  // namespace pressmark
