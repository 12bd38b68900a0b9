// large_export MEGABYTES FOLDER: makes an export of WordPress of this size, reads it, and prints how many
// posts it gave and how much memory that took at most.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>

#include "common/base/limits.h"
#include "indexer/parse/parse.h"
#include "indexer/source/source.h"

using namespace pressmark;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPostBytes = 10'000;

std::string post(std::size_t number) {
  auto const name = std::to_string(number);
  std::string text = "<item><title>Post " + name + "</title><link>https://large.example/" + name +
                     "</link><guid isPermaLink=\"false\">https://large.example/?p=" + name +
                     "</guid><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
                     "<wp:post_date_gmt>2026-01-01 08:00:00</wp:post_date_gmt><content:encoded><![CDATA[";
  while (text.size() < kPostBytes) text += "<p>Paragraph of post " + name + " &amp; more of it.</p>\n";
  return text + "]]></content:encoded></item>\n";
}

std::size_t write_export(fs::path const& path, std::size_t bytes) {
  std::ofstream file(path, std::ios::binary);
  file << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
          "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Large</title>"
          "<link>https://large.example</link><wp:wxr_version>1.2</wp:wxr_version>\n";
  std::size_t posts = 0;
  for (std::size_t written = 0; written < bytes; ++posts) {
    auto const text = post(posts);
    file << text;
    written += text.size();
  }
  file << "</channel></rss>\n";
  return posts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto const path = fs::path(argv[2]) / "large_export.xml";
  auto const wanted = write_export(path, std::strtoul(argv[1], nullptr, 10) << 20U);
  ParseOptions options;
  options.source = path;
  auto const bytes = open_source(path, options.limits);
  std::size_t content = 0;
  auto const report = parse_source(*bytes, options, [&](Post&& post) { content += post.html.size(); });
  fs::remove(path);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%zu of %zu posts, %zu bytes, %ld kB\n", report.posts, wanted, content, usage.ru_maxrss);
  return report.posts == wanted && report.problems.empty() ? 0 : 1;
}
