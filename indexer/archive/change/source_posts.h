// The table of what each source last said of each post.
#pragma once

#include <string>

#include "indexer/archive/database/database.h"
#include "indexer/archive/job/run.h"

namespace pressmark {

// A row of `source_posts`.
struct SourcePost {
  std::string source;
  std::string identity;
  std::string post;
  std::string content_hash;
};

// Writes rows of `source_posts` within a run, which must outlive it. What it replaces or removes is
// kept among `source_post_versions`, so that the run can be undone.
class SourcePosts {
 public:
  SourcePosts(Database& database, Run& run);

  // True if what the source said last of `identity` had this hash.
  [[nodiscard]] bool has_said(std::string const& source, std::string const& identity,
                              std::string const& content_hash);
  // Notes what a source says; the source belongs to `site`. Writes nothing that is noted already.
  void say(SourcePost const& said, std::string const& site);
  // Takes back what a source said.
  void retract(std::string const& source, std::string const& identity);
  // Takes back whatever is said of `post`.
  void retract_all(std::string const& post);
  // Makes what other sources than `source` added to `post` news again.
  void ask_again(std::string const& post, std::string const& source);

  // The number of live posts that `source` holds.
  [[nodiscard]] std::size_t held_by(std::string const& source);
  // True if any source holds `post`.
  [[nodiscard]] bool is_held(std::string const& post);

 private:
  Run& run_;
  Statement has_said_;
  Statement stands_;
  Statement note_source_;
  Statement say_;
  Statement keep_;
  Statement retract_;
  Statement of_post_;
  Statement added_by_others_;
  Statement held_by_;
  Statement is_held_;
};

}  // namespace pressmark
