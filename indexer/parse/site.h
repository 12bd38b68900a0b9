// A directory of web pages and Markdown files, as one source.
#pragma once

#include <string>
#include <vector>

#include "indexer/item/feed.h"
#include "indexer/item/open_file.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Gives a post for every file of `files`, paths below options.layout.root in a fixed order, that
// holds one; other kinds of files (file_kind()) are passed over. The posts come from options.source.
// Reads each file twice, one in memory at a time. A file that is no post, one that may not be seen
// and one that cannot be read are problems and skipped. What the layout leaves open is taken from the
// configuration of the site's generator (site_configuration.h); without any, the base address is concluded
// from what a page calls its own address. Throws Error{bad_source} if no file is of a kind
// that can be read.
FeedReport parse_site(std::vector<std::string> const& files, OpenFile const& open, PageOptions const& options,
                      TakePost const& take);

}  // namespace pressmark
