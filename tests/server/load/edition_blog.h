// A blog that changes all its posts at once, so that every answer tells which edition it was made from.
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace pressmark {

// Editions are numbers of six digits, from this one.
inline constexpr int kFirstEdition = 100'001;

// Words that posts have, in titles, headings and text.
[[nodiscard]] std::string_view blog_word(std::size_t number);

// The editions named in `text`, as every title, category and paragraph of a post names its own.
[[nodiscard]] std::set<int> editions_in(std::string_view text);

// Worked on with the real program, in processes of their own.
class EditionBlog {
 public:
  // Makes the store in `folder`, with the first edition.
  explicit EditionBlog(std::filesystem::path folder);

  [[nodiscard]] std::filesystem::path store() const { return folder_ / "store"; }

  // Every post anew, by `pressmark index`. Throws std::runtime_error if that fails.
  void publish(int edition) const;
  // The same posts in a generation of their own, by `pressmark reindex --full`. Likewise.
  void rebuild() const;

  static constexpr std::size_t kPosts = 40;

 private:
  void run_pressmark(std::string const& command, std::string const& argument) const;

  std::filesystem::path folder_;
};

}  // namespace pressmark
