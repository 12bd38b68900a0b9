// The site that pages of results belong to.
#pragma once

#include <string>

namespace pressmark {

// The site that pages are part of.
struct PageSite {
  std::string title;
  std::string base_path;   // before "/search" in links; empty, or begins with '/' and ends without
  std::string public_url;  // before "/search" in the canonical address; empty: the page names none

  // What addresses begin with in documents that are read elsewhere: absolute if public_url is known.
  [[nodiscard]] std::string const& root() const { return public_url.empty() ? base_path : public_url; }
};

}  // namespace pressmark
