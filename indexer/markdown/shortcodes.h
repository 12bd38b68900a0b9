// What site generators put into Markdown: template tags, and statements of a program.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `markdown` without Hugo's shortcodes (`{{< figure … >}}`, `{{% notice %}}`) and the tags and values of
// Liquid and Nunjucks (`{% include … %}`, `{{ page.title }}`); what stands between an opening and a closing
// tag stays, but for comments, and so do the words of a picture's tag (`title`, `caption`, `alt`). Attributes
// that kramdown gives to elements (`{: .note}`) go too. Highlighting tags become fenced code; marks of
// footnotes go, and their texts become paragraphs; of the lines around boxes (`:::note[Title]`) the title
// stays. Code is left alone, and so is what `{% raw %}` encloses. Linear in its size, but for tags that never
// end, which are looked for once each kind.
[[nodiscard]] std::string without_shortcodes(std::string_view markdown);

// `mdx`, Markdown with components of a program in it, without its `import` and `export` statements: blocks
// that begin with one, up to the next empty line. Fenced code is left alone.
[[nodiscard]] std::string without_modules(std::string_view mdx);

}  // namespace pressmark
