"""What is kept of people, giving it to them, and letting it go."""
