// What one vocabulary says about a page: Open Graph, linked data, microdata, the page's own text.
#pragma once

#include <string>
#include <vector>

namespace pressmark {

// All as written: titles in plain text, dates as text, addresses perhaps relative. Empty where nothing is
// said.
struct PageFacts {
  std::string title;
  std::string other_title;  // a second one, which may be what stands over the text
  std::string url;
  std::string site_name;
  std::vector<std::string> authors;
  std::string published;
  std::string updated;
  std::vector<std::string> categories;
  std::string language;
  std::string image;
  std::string summary;
};

}  // namespace pressmark
