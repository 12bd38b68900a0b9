// Writes sections.
#include "present/page/section_html.h"

#include "common/strings/escape_html.h"
#include "common/url/url.h"
#include "present/highlight.h"

namespace pressmark {

std::string linked(std::string const& url, std::string const& html) {
  return is_web_url(url) ? "<a href=\"" + escape_html(url) + "\">" + html + "</a>" : html;
}

std::string section_html(SectionHit const& section, std::string const& post_url) {
  std::string html;
  bool const is_elsewhere = section.url != post_url;
  if (!section.heading.text.empty() && is_elsewhere) {
    html += "<h3>" + linked(section.url, highlight_html(section.heading)) + "</h3>\n";
  }
  if (!section.snippet.text.empty()) html += "<p>" + highlight_html(section.snippet) + "</p>\n";
  return html.empty() ? html : "<section>\n" + html + "</section>\n";
}

}  // namespace pressmark
