// Markdown with components of a program in it (MDX).
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `mdx` without its `import` and `export` statements: blocks that begin with one, up to the next empty line.
// Fenced code is left alone.
[[nodiscard]] std::string without_modules(std::string_view mdx);

}  // namespace pressmark
