// site STORE QUERY: prints the addresses of the posts that match.
#include <chrono>
#include <exception>
#include <iostream>

#include "searcher/searcher.h"

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: site STORE QUERY\n";
    return 2;
  }
  pressmark::Searcher searcher{pressmark::StoreLayout{argv[1]}};
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (pressmark::Hit const& hit : searcher.search({.query = argv[2]}, now).hits) {
    std::cout << hit.url << '\n';
  }
  return 0;
} catch (std::exception const& failure) {
  std::cerr << failure.what() << '\n';
  return 1;
}
