// The head, header and search form around the content of every page.
#pragma once

#include <string>
#include <string_view>

#include "present/address/search_address.h"
#include "present/page/results_page.h"

namespace pressmark {

// Where a search's page is, as the value of a quoted attribute.
[[nodiscard]] std::string page_link(PageSite const& site, SearchAddress const& address);

// `text` between tags, escaped: element("p", "", text). `attributes` are HTML already.
[[nodiscard]] std::string element(std::string_view name, std::string_view attributes, std::string_view text);

// A whole document: head, search form for `address`, `main` (HTML).
[[nodiscard]] std::string framed_page(PageSite const& site, SearchAddress const& address,
                                      std::string_view main);

}  // namespace pressmark
